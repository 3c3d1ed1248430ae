/** Follows the memory of this process from here on. `stop` gives the most it grew by, in MB. */
export function watchMemory(): { readonly stop: () => number } {
  const start = process.memoryUsage().rss;
  let peak = start;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round((peak - start) / 1_000_000);
    },
  };
}
