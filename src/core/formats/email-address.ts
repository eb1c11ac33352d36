/** Whether a text can be an e-mail address: enough to tell one from another kind of text, not whether mail arrives. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text)
}
