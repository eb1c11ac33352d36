import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Drawing, Drawn } from './drawing.ts'

interface Placed extends SimulationNodeDatum {
  id: string
}

/** Places everybody so that those who named each other stand together. The same drawing gives the same places. */
addEventListener('message', ({ data }: MessageEvent<Drawing>) => {
  const nodes: Placed[] = data.nodes.map(({ id }) => ({ id }))
  const links = data.links.map(({ from, to }) => ({ source: from, target: to }))
  forceSimulation<Placed>(nodes)
    .force(
      'link',
      forceLink<Placed, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(70),
    )
    .force('charge', forceManyBody().strength(-220))
    .force('collide', forceCollide(26))
    .force('x', forceX(0).strength(0.08))
    .force('y', forceY(0).strength(0.11))
    .stop()
    .tick(300)
  const places: Drawn = Object.fromEntries(nodes.map(({ id, x = 0, y = 0 }) => [id, [x, y]]))
  postMessage(places)
})
