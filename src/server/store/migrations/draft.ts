import { tables } from '../../../core/tables.ts'
import { migrations } from './migrations.ts'
import { missingOperations, schemaAfter } from './schema.ts'

// Run by hand after a table's declaration has changed: prints the operations that the next migration needs.
const schema = schemaAfter(migrations.flatMap(({ operations }) => operations))
console.error(missingOperations(schema, tables))
