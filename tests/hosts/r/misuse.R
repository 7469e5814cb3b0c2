# What an R program may do wrong with innovation.R, and what it is then told.
#
# usage: Rscript misuse.R SHIM

source("checks.R", encoding = "UTF-8")

nurses <- lapply(letters[1:6], function(id) list(id = id, role = "nurse"))
long_search <- list(
  people = nurses, tables = list(count = 2), rounds = 4, seed = 1, effort = list(milliseconds = 60000)
)
call <- innovation$call
call_text <- innovation$call_text

for (shim in c("/nowhere/innovation.so", file.path(R.home("modules"), "internet.so"))) {
  fault <- tryCatch(innovation_open(shim), error = identity)
  holds(inherits(fault, "error"), paste(shim, "was opened"))
}
holds(inherits(tryCatch(innovation_open("/nowhere.so"), error = identity), "innovation_library_error"), "a class of its own")

refused("contract.not-json", "", call_text("contract.version", ""))
refused("contract.not-utf8", "", call_text("contract.version", rawToChar(as.raw(c(0x22, 0xed, 0xa0, 0x80, 0x22)))))
refused("contract.not-utf8", "", call_text(rawToChar(as.raw(c(0x63, 0xe9))), "{}"))
refused("contract.not-utf8", "/ids/0", call("evaluate.rubrics", list(ids = list(rawToChar(as.raw(0xff))))))
misspelt <- refused("contract.unknown-operation", "", call_text("contract.versions", "{}"))
holds(grepl("contract.version", misspelt$hint, fixed = TRUE), "a hint")
holds(grepl("contract.unknown-operation: .*did you mean", conditionMessage(misspelt)), "the condition says all of it")
holds(inherits(tryCatch(rawToChar(as.raw(c(0x63, 0, 0x78))), error = identity), "error"), "no text of R holds a NUL")
for (request in list(NULL, character(), c("{}", "{}"), 1)) {
  holds(inherits(tryCatch(call_text("contract.version", request), error = identity), "simpleError"), "one text, and a text")
}

refused("contract.invalid-value", "/people/0/a~1b~0", call("people.profile", list(people = list(list(`a/b~` = NaN)))))
refused("contract.invalid-value", "/ids", call("evaluate.rubrics", list(ids = NA_character_)))
refused("contract.invalid-value", "", call("contract.version", list()))
holds(identical(call("contract.version")$contract, 1L), "no request is an empty one")

holds(innovation_json(list(a = 1, b = I(1), c = "x", d = I("x"), e = c(1, 2), f = list("x"))) ==
  '{"a":1,"b":[1],"c":"x","d":["x"],"e":[1,2],"f":["x"]}', "scalars and arrays")
holds(innovation_json(list(a = list(), b = setNames(list(), character()), c = NULL, d = TRUE, e = 3L)) ==
  '{"a":[],"b":{},"c":null,"d":true,"e":3}', "nothing, and little")
holds(innovation_json(c(0.1 + 0.2, 1 / 3, 2^53 - 1, 5e-324)) ==
  "[0.30000000000000004,0.33333333333333331,9007199254740991,4.94065645841247e-324]", "all digits of numbers")
table <- data.frame(id = c("a", "b"), role = factor(c("nurse", "patient")), level = c(2, NA))
holds(innovation_json(table) == '[{"id":"a","role":"nurse","level":2},{"id":"b","role":"patient"}]', "rows of a data frame")
holds(innovation_json(list(as.Date("2026-11-23"), as.POSIXct("2026-11-23 09:00", tz = "Europe/Paris"))) ==
  '["2026-11-23","2026-11-23T08:00:00Z"]', "days and moments")
selection <- call("gather.select", list(people = table, size = 1, seed = 2^53 - 1))
holds(selection$seed == 2^53 - 1, "the largest seed")

far <- "\u00e9\u2013\u60a3\u8005\U1f600"
profile <- call("people.profile", list(people = list(list(id = far, role = "nurse"))))
holds(identical(profile$persons[[1]]$id, far), "letters of every plane come back")
accent <- iconv("Am\u00e9lie", "UTF-8", "latin1")
profile <- call("people.profile", list(people = list(list(id = accent, role = "nurse"))))
holds(profile$persons[[1]]$id == accent, "a text in another encoding is sent as UTF-8")

rules <- list(must = list("a", "b"), apart = list(list("a", "b")))
conflict <- refused("gather.infeasible", "/rules/must/0", call("gather.select", list(people = nurses, size = 2, rules = rules)))
holds(length(conflict$details$conflict) == 3, "details")

refused("contract.too-large", "", call_text("contract.version", "{ }", limits = list(bytes = 2)))
refused("contract.unknown-field", "/byte", call_text("contract.version", "{}", limits = list(byte = 2)))

looks <- 0
rotation <- call("gather.rotate", long_search, progress = function(done, total, best) {
  looks <<- looks + 1
  looks < 3
})
holds(!is.null(rotation$rounds) && looks == 3, "a search is stopped")
fault <- tryCatch(call("gather.rotate", long_search, progress = function(...) stop("enough")), error = identity)
holds(identical(conditionMessage(fault), "enough"), "the error of a progress function is that of the call")
jump <- function() withRestarts(
  call("gather.rotate", long_search, progress = function(...) invokeRestart("leave")),
  leave = function() "left"
)
holds(inherits(tryCatch(jump(), error = identity), "error"), "no jump out of a progress function crosses the library")
holds(identical(call("contract.version")$contract, 1L), "the next call is served")
end()
