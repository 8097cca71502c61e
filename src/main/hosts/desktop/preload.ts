import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  desktopChannels as channels,
  type DesktopBridge,
  type DesktopCommand,
} from '../../../shared/api/desktop-bridge.ts';

/** The only code with a foot in both worlds: it names messages and passes them on, nothing of Electron gets through. */
const bridge: DesktopBridge = {
  chooseFiles: () => ipcRenderer.invoke(channels.chooseFiles),
  chooseFolder: () => ipcRenderer.invoke(channels.chooseFolder),
  saveExport: (id) => ipcRenderer.invoke(channels.saveExport, id),
  saveBytes: (name, bytes) => ipcRenderer.invoke(channels.saveBytes, name, bytes),
  pathOf: (file) => webUtils.getPathForFile(file as File),
  projectChanged: () => ipcRenderer.invoke(channels.projectChanged),
  newWindow: () => ipcRenderer.invoke(channels.newWindow),
  editText: (step) => ipcRenderer.invoke(channels.editText, step),
  onCommand: (listener) => {
    ipcRenderer.removeAllListeners(channels.command);
    ipcRenderer.on(channels.command, (_event, command: DesktopCommand) => listener(command));
    void ipcRenderer.invoke(channels.listening);
  },
};
contextBridge.exposeInMainWorld('tessera', bridge);
