/** Tasks in a row for each chat, side by side for different chats. */
export type InOrder = {
  /** Does the task after all earlier ones of the same chat; gives what it gives. */
  run<T>(chat: number, task: () => Promise<T>): Promise<T>;
  /** Done when nothing is under way any more. */
  idle(): Promise<void>;
};

/** Opens empty rows; nothing is kept of a chat whose row is done. */
export function inOrder(): InOrder {
  const last = new Map<number, Promise<unknown>>();
  return {
    run(chat, task) {
      const result = (last.get(chat) ?? Promise.resolve()).then(task);
      const settled = result.then(nothing, nothing).then(() => {
        if (last.get(chat) === settled) last.delete(chat);
      });
      last.set(chat, settled);
      return result;
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

/** Whether a task succeeded is for the one who asked; the next in the row only waits until it is over. */
function nothing(): void {}
