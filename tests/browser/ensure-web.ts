import { buildWeb, webIsFresh } from '../../scripts/build-web.ts'

/** Builds the web app when something that it is made of has changed. */
export async function ensureWeb(): Promise<void> {
  if (!webIsFresh()) await buildWeb()
}
