# Every operation of the innovation contract, through the C library.
#
#   innovation <- innovation_open("innovation.so")            # built from innovation.c
#   selection <- innovation$call("gather.select", list(people = people, size = 8))
#
# What the library refuses is an error of class innovation_error, with code, path, message, hint
# and details; a library that is missing or of another version is one of class
# innovation_library_error.
#
# A request is made of lists. A text, number or truth value alone is itself in JSON; a vector of
# several, or an unnamed list, is an array. So an array that may hold one thing is written
# `list("a")` or `I("a")`; `list()` is [], `setNames(list(), character())` is {}. A data frame is
# an array of its rows, in which a missing cell is a missing field. A response is made of lists
# in the same way, and can be sent back as it is.

INNOVATION_CONTRACT_VERSION <- 1L

# Opens the library through innovation.so: two functions, call and call_text.
innovation_open <- function(shim = "innovation.so") {
  dll <- tryCatch(dyn.load(shim), error = function(fault) innovation_unusable(conditionMessage(fault)))
  call_with <- getNativeSymbolInfo("innovation_r_call_with", dll)
  abi <- .Call(getNativeSymbolInfo("innovation_r_abi", dll))
  if (abi[1] != abi[2]) {
    innovation_unusable(sprintf("the library has binary interface %d, not %d", abi[1], abi[2]))
  }

  # Calls an operation on JSON text, and gives the text of the library untouched. `progress` is
  # told steps done, steps planned (0: unknown) and the best value so far (NaN: unknown); FALSE
  # or an interrupt stops the search, and its best answer so far is the response. An error in it
  # stops the call, and is the error of the call.
  call_text <- function(operation, request, limits = NULL, progress = NULL) {
    stopifnot(is.character(operation), length(operation) == 1, is.character(request), length(request) == 1)
    failure <- NULL
    watched <- function(done, total, best) {
      tryCatch(!identical(progress(done, total, best), FALSE), error = function(fault) {
        failure <<- fault
        FALSE
      })
    }
    answer <- .Call(
      call_with, innovation_utf8(operation), innovation_utf8(request),
      if (!is.null(limits)) innovation_json(limits), if (!is.null(progress)) watched
    )
    if (!is.null(failure)) {
      stop(failure)
    }
    if (!is.null(answer[[3]])) {
      stop(innovation_error(jsonlite::parse_json(answer[[3]])$error))
    }
    answer[[2]]
  }

  # Calls an operation by its name in the contract; no request is an empty one.
  call <- function(operation, request = setNames(list(), character()), limits = NULL, progress = NULL) {
    jsonlite::parse_json(call_text(operation, innovation_json(request), limits, progress))
  }

  contract <- call("contract.version")$contract
  if (!identical(contract, INNOVATION_CONTRACT_VERSION)) {
    innovation_unusable(sprintf("the library speaks contract %s, not %d", toString(contract), INNOVATION_CONTRACT_VERSION))
  }
  list(call = call, call_text = call_text)
}

# A text in UTF-8. R alone would write <e9> for a byte that it cannot read.
innovation_utf8 <- function(text, path = "") {
  if (!all(validEnc(text))) {
    stop(innovation_error(list(code = "contract.not-utf8", path = path, message = "the text has bytes that are no letters")))
  }
  enc2utf8(text)
}

# A value as JSON text.
innovation_json <- function(value) {
  as.character(jsonlite::toJSON(innovation_exact(value, ""), auto_unbox = TRUE, null = "null", json_verbatim = TRUE))
}

# The value with its numbers as they will be written: jsonlite alone keeps fifteen digits, where
# a number may need seventeen. What JSON has no word for is refused, with its place.
innovation_exact <- function(value, path) {
  if (is.data.frame(value)) {
    value <- lapply(seq_len(nrow(value)), function(row) Filter(Negate(is.na), as.list(value[row, , drop = FALSE])))
  }
  if (is.list(value) && length(value) > 0) {
    steps <- if (is.null(names(value))) seq_along(value) - 1L else names(value)
    steps <- gsub("/", "~1", gsub("~", "~0", steps, fixed = TRUE), fixed = TRUE)
    value[] <- Map(innovation_exact, value, paste0(path, "/", steps))
    return(value)
  }
  if (inherits(value, c("factor", "Date"))) {
    value <- as.character(value)
  }
  if (inherits(value, "POSIXt")) {
    value <- format(value, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
  }
  if (is.character(value)) {
    value[] <- innovation_utf8(value, path)
  }
  missing <- if (is.double(value)) !is.finite(value) else is.na(value)
  if (any(missing)) {
    stop(innovation_error(list(
      code = "contract.invalid-value", path = path,
      message = "JSON has neither NA nor a number that is infinite or none", hint = "leave the field out"
    )))
  }
  if (is.double(value)) innovation_numbers(value) else value
}

# Numbers as JSON text: fifteen digits where they say it all, seventeen where not.
innovation_numbers <- function(value) {
  digits <- sprintf("%.15g", value)
  cut <- as.numeric(digits) != value
  digits[cut] <- sprintf("%.17g", value[cut])
  alone <- length(value) == 1 && !inherits(value, "AsIs")
  structure(if (alone) digits else sprintf("[%s]", paste(digits, collapse = ",")), class = "json")
}

innovation_error <- function(error) {
  fields <- c("code", "path", "message", "hint", "details")
  structure(c(error[fields[fields %in% names(error)]], list(call = NULL)), class = c("innovation_error", "error", "condition"))
}

conditionMessage.innovation_error <- function(c) {
  place <- if (nzchar(c$path)) paste(" at", c$path) else ""
  hint <- if (is.null(c$hint)) "" else sprintf(" (%s)", c$hint)
  sprintf("%s%s: %s%s", c$code, place, c$message, hint)
}

innovation_unusable <- function(message) {
  stop(structure(list(message = message, call = NULL), class = c("innovation_library_error", "error", "condition")))
}
