import * as z from 'zod';
import { remember, remembered, useRemembered } from './preferences.ts';

const name = 'picture.ground';
const schema = z.enum(['light', 'dark']);
export type PictureGround = z.infer<typeof schema>;

/** What pictures in files stand on: white, as paper is, unless the person chose the dark one. */
export const pictureGround = (): PictureGround => remembered(name, schema) ?? 'light';
export const usePictureGround = (): PictureGround => useRemembered(name, schema) ?? 'light';

export const choosePictureGround = (ground: PictureGround): void => remember(name, ground);
