export type Theme = 'system' | 'light' | 'dark'

/** The theme that the user has chosen on this device. */
export const theme = (): Theme => {
  const kept = localStorage.getItem('acquaint.theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Chooses a theme, and keeps it on this device. */
export function chooseTheme(chosen: Theme): void {
  localStorage.setItem('acquaint.theme', chosen)
  keepTheme()
}

/** Puts the chosen theme on the page. */
export function keepTheme(): void {
  const chosen = theme()
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
}
