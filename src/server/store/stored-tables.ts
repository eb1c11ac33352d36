/** The columns that hand-written queries name, as Kysely sees them; all other SQL follows from the declarations. */
export interface StoredTables {
  network: { owner_id: string; revision: number; created_at: number }
  store_info: { key: string; value: string }
  token: TokenColumns
  session: SessionColumns
  refusal: { owner_id: string; id: string; code: string; message: string; created_at: number }
  person: Owned & { name_key: string; origin: string; organization_key: string | null }
  person_key: { owner_id: string; key: string; id: string }
  derivation: Owned
  step: Owned & { kind: string; subject_id: string }
  standing: Owned & { standing: string }
  journal: Owned & { entry_revision: number }
}

interface Owned {
  owner_id: string
  id: string
  revision: number
  updated_at: number
}

interface SessionColumns {
  id: string
  owner_id: string
  device: string
  hash: string
  created_at: number
  last_used_at: number
  ended_at: number | null
}

interface TokenColumns {
  id: string
  owner_id: string
  name: string
  hash: string
  scope: string
  created_at: number
  last_used_at: number | null
  revoked_at: number | null
}
