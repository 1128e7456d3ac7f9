// Shows instants in the reader's own time; without scripts they stay in UTC.
(function () {
  const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  function localise(root) {
    root.querySelectorAll("time[datetime]").forEach((time) => {
      const at = new Date(time.dateTime);
      if (!isNaN(at)) {
        time.title = time.dateTime;
        time.textContent = full.format(at);
      }
    });
  }
  localise(document);
  document.addEventListener("htmx:load", (event) => localise(event.target));
})();
