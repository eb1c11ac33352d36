/** What a column of a table may hold. */
export type TableField =
  | 'name'
  | 'givenName'
  | 'middleName'
  | 'familyName'
  | 'honorific'
  | 'suffix'
  | 'nickname'
  | 'alias'
  | 'organization'
  | 'department'
  | 'role'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'street'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'tags'
  | 'notes'
  | 'birthday'
  | 'birthYear'
  | 'birthMonth'
  | 'birthDay'
  | 'connectedOn'
  | 'uid'
  | 'label'
  | 'other'
  | 'skip'

/** The fields by the words of a user, for messages and for `--map`. */
export const fieldWords: Readonly<Record<TableField, string>> = {
  name: 'name',
  givenName: 'given name',
  middleName: 'middle name',
  familyName: 'family name',
  honorific: 'form of address',
  suffix: 'suffix of the name',
  nickname: 'nickname',
  alias: 'another name',
  organization: 'organization',
  department: 'department',
  role: 'role',
  email: 'email',
  phone: 'phone',
  url: 'web address',
  address: 'postal address',
  street: 'street',
  city: 'city',
  region: 'region',
  postalCode: 'postal code',
  country: 'country',
  tags: 'tags',
  notes: 'notes',
  birthday: 'birthday',
  birthYear: 'year of birth',
  birthMonth: 'month of birth',
  birthDay: 'day of birth',
  connectedOn: 'connected on',
  uid: 'id',
  label: 'label',
  other: 'other',
  skip: 'left out',
}
