# Eighty thousand calls in turn, as R has one thread: the answers are right and memory does not
# grow.
#
# usage: Rscript load.R SHIM

source("checks.R", encoding = "UTF-8")

calls <- 80000
warm_up <- 4000
bound_kb <- 8 * 1024

request <- jsonlite::parse_json('{"people": [{"id": "ana", "role": "nurse", "unit": "medicine"},
  {"id": "bo", "role": "patient"}, {"id": "chi", "role": "family-carer"}, {"id": "dee", "role": "nurse"},
  {"id": "eli", "role": "ward-manager"}], "ties": [{"a": "ana", "b": "dee", "weight": 2.5}], "size": 3, "seed": 1}')

# Its error is long, as its name is.
wrong_field <- sprintf('{"%s": 1}', strrep("x", 1000))

# The memory that the process holds after a collection, in kB.
resident <- function() {
  gc(verbose = FALSE)
  line <- grep("^VmRSS:", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("\\D", "", line))
}

# One call in forty is on values and watched, three are refused, the others are on text: R takes
# its time to write values.
right <- function(number) {
  switch(as.character(number %% 40),
    "0" = , "10" = , "20" = tryCatch(is.null(innovation$call_text("gather.select", wrong_field)), innovation_error = function(fault) {
      fault$code == "contract.unknown-field"
    }),
    "1" = length(innovation$call("gather.select", request, progress = function(...) TRUE)$chosen) == 3,
    grepl('"gather.select"', innovation$call_text("contract.operations", "{}"), fixed = TRUE)
  )
}

wrong_answers <- function(calls) sum(!vapply(seq_len(calls), right, logical(1)))

holds(wrong_answers(warm_up) == 0, "the answers while warming up are right")
before <- resident()
holds(wrong_answers(calls) == 0, "all answers are right")
after <- resident()
cat(sprintf("%d calls in turn: %.0f kB before, %.0f kB after\n", as.integer(calls), before, after))
holds(before > 0 && after - before <= bound_kb, "memory does not grow by more than 8 MB")
end()
