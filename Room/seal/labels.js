// SPDX-License-Identifier: EUPL-1.2
import { utf8 } from "./bytes.js";

/**
 * The one registry of statement kinds and of labels for key derivation, wrapping and hashing. A kind or label that is
 * not here does not exist; a test demands that all are different and that none is the beginning of another.
 */

/** @type {readonly string[]} */
export const KINDS = Object.freeze([
  "agreement", "confirmed", "consent", "disposal", "envelope", "exception", "grant", "handover", "head", "hold", "keys",
  "legal_demand", "login", "panel", "release", "req", "roster", "verify", "withdraw",
]);

/** The media type that a statement of a kind is signed under. @param {string} kind */
export const typeOf = (kind) => `application/vnd.confidant.${kind}.v1+json`;

export const LABELS = Object.freeze({
  accountKey: "ak/v1",
  slotPassphrase: "slot/pw/v1",
  authPassphrase: "auth/pw/v1",
  slotKit: "slot/kit/v1",
  authKit: "auth/kit/v1",
  slotPasskey: "slot/prf/v1",
  authPasskey: "auth/prf/v1",
  passphraseSalt: "pwsalt",
  bundle: "bundle/v1",
  device: "device/v1",
  invitation: "invite/v1",
  verifyWords: "words/v1",
  phoneCommit: "phone/commit/v1",
  phoneWords: "phone/words/v1",
  record: "record/v1",
  wrap: "wrap/v1",
  commit: "commit/v1",
  oneTimeAuthor: "onetime/v1",
  receiptReply: "receipt/reply/v1",
  receiptAuth: "receipt/auth/v1",
  receiptMailbox: "receipt/box/v1",
  unknownSalt: "unknown/salt/v1",
  unknownAuth: "unknown/auth/v1",
});

/** @param {keyof typeof LABELS} name */
export const label = (name) => utf8(LABELS[name]);
