// Whether the request that a duplicate repeats takes over the duplicate's earlier receipt.

/** Why it keeps its own receipt, in the order in which the reasons are looked for. */
export const RECEIPT_KEPT = ['not_earlier', 'original_closed', 'not_allowed', 'other_sender'] as const;
export type ReceiptKept = (typeof RECEIPT_KEPT)[number];

export type DuplicateFacts = {
  readonly isEarlier: boolean;
  readonly originalIsClosed: boolean;
  /** Whether the linker may correct the receipt of both requests: a link must not do what a correction may not. */
  readonly mayCorrectBoth: boolean;
};

/**
 * Returns null when the receipt moves. `sharesSender` is asked last, so that its answer tells nothing about a request
 * on which the linker has no right.
 */
export async function receiptKept(
  { isEarlier, originalIsClosed, mayCorrectBoth }: DuplicateFacts,
  sharesSender: () => Promise<boolean>,
): Promise<ReceiptKept | null> {
  if (!isEarlier) return 'not_earlier';
  if (originalIsClosed) return 'original_closed';
  if (!mayCorrectBoth) return 'not_allowed';
  return (await sharesSender()) ? null : 'other_sender';
}
