# A page of an intranet: who is brought together, who sits with whom, and will it last?
#
# usage: Rscript intranet.R SHIM FOLDER [fr|en], where SHIM is innovation.so, built from
# innovation.c, and FOLDER holds what ../hosts holds

arguments <- commandArgs(trailingOnly = TRUE)
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
script <- gsub("~+~", " ", script, fixed = TRUE) # so Rscript writes a space
source(file.path(dirname(script), "innovation.R"), encoding = "UTF-8")
if (length(arguments) < 2) {
  stop("usage: Rscript intranet.R SHIM FOLDER [fr|en]")
}
innovation <- innovation_open(arguments[1])
ask <- innovation$call
folder <- arguments[2]
locale <- if (length(arguments) > 2) arguments[3] else "fr"

# A file as text in UTF-8, whatever the locale of this process.
text <- function(name) {
  path <- file.path(folder, name)
  content <- readChar(path, file.size(path), useBytes = TRUE)
  Encoding(content) <- "UTF-8"
  content
}

json <- function(name) jsonlite::parse_json(text(name))

words <- json("words.json")[[locale]]

# Words with their places filled.
filled <- function(template, places) {
  for (name in names(places)) {
    template <- gsub(sprintf("{%s}", name), as.character(places[[name]]), template, fixed = TRUE)
  }
  template
}

line <- function(key, ...) writeLines(enc2utf8(filled(words[[key]], list(...))), useBytes = TRUE)

joined <- function(list, between = " ") paste(unlist(list), collapse = between)

decimal <- function(value) sub(".", words$decimal, sprintf("%.1f", value), fixed = TRUE)

# A statistic that does not exist has no value: it is said as a dash.
stat <- function(statistic) if (is.null(statistic$value)) "\u2013" else decimal(statistic$value)

# What the things of a list say in one field, by another.
column <- function(things, field, by) setNames(lapply(things, `[[`, field), sapply(things, `[[`, by))

# Sixteen random bytes in hexadecimal. R's own generator can be guessed; the system's cannot.
salt <- function() {
  source <- file("/dev/urandom", "rb", raw = TRUE)
  on.exit(close(source))
  paste(readBin(source, "raw", 16), collapse = "")
}

# Opens the space; the salt hides who is behind a member's token, so nobody may guess it.
open_space <- function(request) {
  founding <- ask("space.apply", c(request, salt = salt()))$state$founding
  line("opened", title = founding$title[[locale]], by = request$by)
}

# The request for a group: what was asked for, with the people and ties that were read.
group <- function(brief) c(brief, list(people = people, ties = ties))

one_reason <- function(reason) {
  perspective <- reason$code == "perspective"
  known <- words$reasons[[if (perspective) reason$attribute else reason$code]]
  if (!is.null(known) && !(perspective && reason$others > 0)) filled(known, reason)
}

explain <- function(because) {
  role <- column(people, "role", by = "id")[[because$person]]
  line("because",
    person = because$person, role = column(roles, "name", by = "id")[[role]],
    reasons = joined(lapply(because$reasons, one_reason), words$and)
  )
}

choose <- function(brief) {
  selection <- ask("gather.select", group(brief))
  line("chosen",
    size = length(selection$chosen), proof = words[[if (selection$proved) "proved" else "unproved"]],
    value = decimal(selection$score$total), people = joined(selection$chosen)
  )
  lapply(selection$because, explain)
  selection$chosen
}

# Seats those who were chosen: everybody else is never seated.
seat <- function(brief, chosen) {
  others <- setdiff(sapply(people, `[[`, "id"), unlist(chosen))
  rotation <- ask("gather.rotate", c(group(brief), list(rules = list(never = I(others)))))
  for (round in seq_along(rotation$rounds)) {
    tables <- sapply(rotation$rounds[[round]]$tables, joined)
    line("round", round = round, tables = joined(tables, " | "))
  }
  line("meetings", new = rotation$score$newPairs, repeats = rotation$score$repeats)
}

judge <- function() {
  scores <- ask("evaluate.score", json("assessment.json"))
  pool <- scores$pooled[[1]]
  line("score",
    title = scores$title[[locale]], mean = stat(pool$total$mean), min = stat(pool$total$min),
    max = stat(pool$total$max), count = pool$assessments,
    validity = words[[if (scores$validated) "validated" else "unvalidated"]]
  )
}

# Rules that cannot hold together: the error says which, and what to do.
refuse <- function(brief, rules) {
  brief$rules <- rules
  refused <- tryCatch(ask("gather.select", group(brief)), innovation_error = identity)
  stopifnot(inherits(refused, "innovation_error"))
  line("refused",
    code = refused$code, path = refused$path, message = refused$message,
    hint = if (is.null(refused$hint)) "" else refused$hint
  )
  line("conflict", rules = joined(lapply(refused$details$conflict, `[[`, "path")))
}

brief <- json("brief.json")
version <- ask("contract.version")
line("library", library = version$library, contract = version$contract)
roles <- ask("people.roles", list(locale = locale))$roles
people <- ask("exchange.peopleFromTable", list(text = text("people.csv")))$people
ties <- ask("exchange.tiesFromTable", list(text = text("ties.csv")))$ties
line("read", people = length(people), ties = length(ties))
open_space(brief$space)
seat(brief$seating, choose(brief$group))
judge()
refuse(brief$group, brief$impossible)
