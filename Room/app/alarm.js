// SPDX-License-Identifier: EUPL-1.2
import { toText } from "../seal/bytes.js";

/**
 * What is done when something from the server cannot be verified: nothing of it is shown or used, and what was received
 * is kept on the device as evidence that its owner can hand to somebody. Evidence holds what the server sent, never a
 * secret.
 */

const MOST = 50;

/** Stops work: `what` is one of a closed list of the catalogue (`common.alarm.…`). */
export class Alarm extends Error {
  /** @param {string} what @param {Record<string, any>} evidence */
  constructor(what, evidence = {}) {
    super(what);
    Object.assign(this, { name: "Alarm", what, evidence });
  }
}

/**
 * Runs a check of something that the server sent. A refusal of the seal becomes an alarm with what was received.
 * @template T
 * @param {string} what
 * @param {Record<string, any>} evidence
 * @param {() => T | Promise<T>} check
 */
export async function verified(what, evidence, check) {
  try {
    return await check();
  } catch (error) {
    if (error.name !== "SealRefusal") throw error;
    throw new Alarm(what, { ...evidence, refusal: error.code });
  }
}

/** @param {import("../seal/locker.js").Store} store @param {Alarm & {what?: string, evidence?: any}} alarm */
export async function keepEvidence(store, alarm, at) {
  const kept = (await store.get("evidence")) ?? [];
  await store.put("evidence", [...kept, { at, what: alarm.what, received: plain(alarm.evidence) }].slice(-MOST));
}

/** The file that its owner can hand on. @param {import("../seal/locker.js").Store} store */
export async function evidenceFile(store, about) {
  const items = (await store.get("evidence")) ?? [];
  return { count: items.length, text: JSON.stringify({ format: "confidant-evidence/1", ...about, items }, null, 1) };
}

/** Bytes as their texts, so that the file can be read by others. */
function plain(value) {
  if (value instanceof Uint8Array) return toText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.keys(value).map((key) => [key, plain(value[key])]));
  }
  return value;
}
