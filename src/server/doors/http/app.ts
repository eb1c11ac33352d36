import { Hono } from 'hono'
import type { Operation } from '../../operations/operation.ts'
import { version } from '../../version.ts'
import { addFeeds } from '../feeds/feeds.ts'
import { docsPage } from './docs.ts'
import { DoorError, problemResponse } from './errors.ts'
import { firstPage } from './first-page.ts'
import { guard, type Names, securityHeaders } from './guard.ts'
import { openApi } from './openapi.ts'
import { addRest, apiRoot, type RestSettings, routesOf } from './rest.ts'
import { addWeb, type WebDoor } from './web/routes.ts'

export interface AppSettings extends RestSettings, WebDoor {
  names: Names
  /** Where the network is kept, for people to read. */
  place: string
}

/** The HTTP door: REST, its description, the calendar feed, a page to begin with, and whether all is well. */
export function createApp(operations: readonly Operation[], settings: AppSettings): Hono {
  const app = new Hono()
  const routes = routesOf(operations)
  let document: unknown
  const description = () => {
    document ??= openApi(routes)
    return document
  }
  app.onError((error) => problemResponse(error, settings.note))
  app.use(securityHeaders)
  app.use(guard(settings.names))
  app.get('/healthz', async (context) => {
    const store = await answers(settings)
    return context.json(
      { ok: store, version, store: store ? 'answers' : 'does not answer' },
      store ? 200 : 503,
    )
  })
  app.get('/api/docs', () => docsPage(description()))
  app.get(`${apiRoot}/openapi.json`, (context) => context.json(description() as object))
  addRest(app, routes, settings)
  addFeeds(app, operations, settings)
  const { place } = settings
  addWeb(app, operations, settings, () => firstPage({ place, url: `http://127.0.0.1:${settings.port()}` }))
  app.notFound((context) => {
    throw new DoorError('NO_SUCH_ROUTE', `There is nothing at ${context.req.path}.`)
  })
  return app
}

/** Whether the store answers the smallest question. */
async function answers({ services, ownerId }: AppSettings): Promise<boolean> {
  try {
    await services.reads.listPeople(ownerId, { limit: 1 })
    return true
  } catch {
    return false
  }
}
