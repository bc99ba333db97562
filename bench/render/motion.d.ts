import type { Mat2, Mat3 } from "../../src/math";

export const HALF: number;
export const ELEVATION: number;
export function azimuth(k: number): number;
export function planeMove(k: number): Mat2;
export function spaceMove(k: number): Mat3;
