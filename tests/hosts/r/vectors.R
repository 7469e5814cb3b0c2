# Repeats every case through innovation.R: as text, byte for byte, and as values.
#
# usage: Rscript vectors.R SHIM cases.ndjson

source("checks.R", encoding = "UTF-8")

# A response is what it should be; a condition tells all that the library wrote.
repeat_case <- function(case, how, expected, call) {
  fields <- c("code", "path", "message", "hint", "details")
  held <- tryCatch(identical(call(), expected) && case$ok, innovation_error = function(fault) {
    wrote <- jsonlite::parse_json(case$output)$error
    !case$ok && identical(fault[intersect(fields, names(fault))], wrote[intersect(fields, names(wrote))])
  })
  holds(held, paste0(case$name, how))
}

text_only <- 0
for (line in readLines(arguments[2], encoding = "UTF-8")) {
  case <- jsonlite::parse_json(line)
  repeat_case(case, " as text", case$output, function() innovation$call_text(case$operation, case$request))

  error <- if (!case$ok) jsonlite::parse_json(case$output)$error$code
  request <- tryCatch(jsonlite::parse_json(case$request), error = function(fault) NULL)
  unheld <- grepl("\\u0000", case$request, fixed = TRUE) # no text of R holds a NUL
  if (is.null(request) || unheld || isTRUE(error %in% c("contract.not-json", "contract.duplicate-key"))) {
    text_only <- text_only + 1
    next
  }
  response <- if (case$ok) jsonlite::parse_json(case$output)
  repeat_case(case, " as values", response, function() innovation$call(case$operation, request))
}
cat(sprintf("%d cases as text only: no JSON, a key twice, or a NUL\n", text_only))
end()
