const state = $state({ isOpen: false, name: '' })

/** The sheet on which somebody is added, from wherever the user is. */
export const addingPerson = {
  get isOpen() {
    return state.isOpen
  },
  /** The name that is known already. */
  get name() {
    return state.name
  },
  begin(name = '') {
    state.name = name
    state.isOpen = true
  },
  end() {
    state.isOpen = false
  },
}
