/** What is drawn: people by id and name, and who named whom. */
export interface Drawing {
  nodes: readonly { id: string; name: string; isMet: boolean }[]
  links: readonly { from: string; to: string }[]
}

/** Where each stands, in units of the layout. */
export type Drawn = Readonly<Record<string, readonly [x: number, y: number]>>

/** How the units of the layout become pixels. */
export interface Frame {
  toX(x: number): number
  toY(y: number): number
}

/** The whole drawing inside a canvas of that size, with room for names at the edge. */
export function frameOf(places: Drawn, width: number, height: number): Frame {
  const xs = Object.values(places).map(([x]) => x)
  const ys = Object.values(places).map(([, y]) => y)
  const range = (values: readonly number[]) =>
    values.reduce(([low, high], one) => [Math.min(low!, one), Math.max(high!, one)], [0, 0]) as [
      number,
      number,
    ]
  const [left, right] = range(xs)
  const [top, bottom] = range(ys)
  const margin = { x: 64, y: 28 }
  const scale = Math.min(
    (width - 2 * margin.x) / Math.max(right - left, 1),
    (height - 2 * margin.y) / Math.max(bottom - top, 1),
    1.6,
  )
  return {
    toX: (x) => width / 2 + (x - (left + right) / 2) * scale,
    toY: (y) => height / 2 + (y - (top + bottom) / 2) * scale,
  }
}

export interface Colours {
  ink: string
  muted: string
  act: string
  paper: string
}

/** Draws everybody as a dot, filled once met; who named whom as a line with an arrow; the chain in the colour. */
export function draw(
  context: CanvasRenderingContext2D,
  { nodes, links }: Drawing,
  places: Drawn,
  { frame, colours, chain, font }: { frame: Frame; colours: Colours; chain: readonly string[]; font: string },
): void {
  const at = (id: string) => {
    const [x, y] = places[id] ?? [0, 0]
    return { x: frame.toX(x), y: frame.toY(y) }
  }
  const steps = new Set(chain.slice(1).map((id, i) => `${chain[i]} ${id}`))
  for (const { from, to } of links) {
    const isStep = steps.has(`${from} ${to}`)
    context.strokeStyle = context.fillStyle = isStep ? colours.act : colours.muted
    context.globalAlpha = isStep ? 1 : 0.45
    context.lineWidth = isStep ? 2.5 : 1
    arrow(context, at(from), at(to))
  }
  context.globalAlpha = 1
  context.font = font
  context.textAlign = 'center'
  const areFew = nodes.length <= 80
  for (const { id, name, isMet } of nodes) {
    const { x, y } = at(id)
    const isOn = chain.includes(id)
    context.beginPath()
    context.arc(x, y, isOn ? 6 : 4.5, 0, 2 * Math.PI)
    context.fillStyle = isMet ? (isOn ? colours.act : colours.ink) : colours.paper
    context.strokeStyle = isOn ? colours.act : colours.ink
    context.lineWidth = 1.5
    context.fill()
    context.stroke()
    if (!areFew && !isOn) continue
    context.lineWidth = 3
    context.strokeStyle = colours.paper
    const said = shortened(name)
    context.strokeText(said, x, y + 19)
    context.fillStyle = isOn ? colours.act : colours.ink
    context.fillText(said, x, y + 19)
  }
}

/** A name as it has room under a dot; the list beside has all of it. */
export function shortened(name: string, most = 24): string {
  const signs = [...name]
  return signs.length <= most
    ? name
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

interface Point {
  x: number
  y: number
}

function arrow(context: CanvasRenderingContext2D, from: Point, to: Point): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const end = { x: to.x - 8 * Math.cos(angle), y: to.y - 8 * Math.sin(angle) }
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(end.x, end.y)
  context.stroke()
  context.beginPath()
  context.moveTo(end.x, end.y)
  for (const turn of [-0.45, 0.45])
    context.lineTo(end.x - 7 * Math.cos(angle + turn), end.y - 7 * Math.sin(angle + turn))
  context.fill()
}
