# What the R programs share: the wrapper, and a count of checks.
#
# usage: Rscript PROGRAM.R SHIM ..., in this folder, where SHIM is innovation.so

arguments <- commandArgs(trailingOnly = TRUE)
source("../../../examples/r/innovation.R", encoding = "UTF-8")
innovation <- innovation_open(arguments[1])

count <- c(passed = 0L, failed = 0L)

holds <- function(held, what) {
  count[[if (held) "passed" else "failed"]] <<- count[[if (held) "passed" else "failed"]] + 1L
  if (!held) {
    writeLines(enc2utf8(paste("not so:", what)), useBytes = TRUE)
  }
}

# Checks that a call is refused with this code at this place.
refused <- function(code, path, call) {
  fault <- tryCatch({
    call
    NULL
  }, innovation_error = identity)
  holds(identical(c(fault$code, fault$path), c(code, path)), paste(code, "at", path, "but", fault$code, fault$path))
  invisible(fault)
}

# Says how many checks held; nothing checked is a failure.
end <- function() {
  cat(sprintf("%d passed, %d failed\n", count[["passed"]], count[["failed"]]))
  quit(status = if (count[["failed"]] == 0 && count[["passed"]] > 0) 0 else 1)
}
