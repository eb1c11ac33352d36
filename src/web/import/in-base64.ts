/** A file's bytes in base64, as an operation takes them. */
export function inBase64(file: Blob): Promise<string> {
  return new Promise((settle, fail) => {
    const reader = new FileReader()
    reader.onerror = () => fail(new Error('This file cannot be read. Choose it again.'))
    reader.onload = () => {
      const text = reader.result as string
      settle(text.slice(text.indexOf(',') + 1))
    }
    reader.readAsDataURL(file)
  })
}
