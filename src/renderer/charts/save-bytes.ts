/** What a desktop window offers beside the page: its own save dialog. */
interface DesktopBridge {
  saveBytes(name: string, bytes: Uint8Array): Promise<unknown>;
}
const bridge = (): DesktopBridge | null => {
  const tessera = (globalThis as { tessera?: Partial<DesktopBridge> }).tessera;
  return typeof tessera?.saveBytes === 'function' ? (tessera as DesktopBridge) : null;
};

/** Hands a file made in the page to the person: the desktop's save dialog, or a download. */
export const saveBytes = async (name: string, mime: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  const desktop = bridge();
  if (desktop !== null) {
    await desktop.saveBytes(name, bytes);
    return;
  }
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has the bytes once the click was handled; a moment later is safe in every browser.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
