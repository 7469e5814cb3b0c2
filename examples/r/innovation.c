/* Between R and the innovation library: an R vector of one text in, a list of three out.
 * Compiled by `R CMD SHLIB`; used by innovation.R alone.
 *
 * R leaves C by a long jump, at an error and at an interrupt. So R code that runs while the
 * library works stands behind R_tryEval, and texts of the library are given back by the clean-up
 * of R_UnwindProtect, whichever way the copying ends. */
#include <R.h>
#include <Rinternals.h>
#include <R_ext/Rdynload.h>
#include <innovation.h>
#include <string.h>

typedef struct {
    InnovationStatus status;
    char *response, *error;
} Answer;

static SEXP text_or_null(const char *text) {
    if (!text) {
        return R_NilValue;
    }
    size_t length = strlen(text);
    if (length > INT_MAX) {
        error("the answer has %.0f bytes, more than a text of R can hold", (double)length);
    }
    SEXP value = PROTECT(allocVector(STRSXP, 1));
    SET_STRING_ELT(value, 0, mkCharLenCE(text, (int)length, CE_UTF8));
    UNPROTECT(1);
    return value;
}

static SEXP as_list(void *data) {
    const Answer *answer = data;
    SEXP list = PROTECT(allocVector(VECSXP, 3));
    SET_VECTOR_ELT(list, 0, ScalarInteger(answer->status));
    SET_VECTOR_ELT(list, 1, text_or_null(answer->response));
    SET_VECTOR_ELT(list, 2, text_or_null(answer->error));
    UNPROTECT(1);
    return list;
}

static void give_back(void *data, Rboolean jump) {
    (void)jump;
    Answer *answer = data;
    innovation_string_free(answer->response);
    innovation_string_free(answer->error);
}

/* Asks the R function `user` whether to go on; anything but TRUE is no. */
static bool tell(void *user, uint64_t done, uint64_t total, double best) {
    int failed = 0;
    SEXP call = PROTECT(lang4(user, PROTECT(ScalarReal((double)done)), PROTECT(ScalarReal((double)total)),
                              PROTECT(ScalarReal(best))));
    SEXP go_on = R_tryEvalSilent(call, R_GlobalEnv, &failed);
    bool proceed = !failed && isLogical(go_on) && XLENGTH(go_on) == 1 && LOGICAL(go_on)[0] == TRUE;
    UNPROTECT(4);
    return proceed;
}

/* Texts arrive as UTF-8 (enc2utf8); `limits` and `progress` may be NULL. */
static SEXP call_with(SEXP operation, SEXP request, SEXP limits, SEXP progress) {
    SEXP sent = STRING_ELT(request, 0);
    bool watched = !isNull(progress);
    Answer answer = {0};
    answer.status = innovation_call_with(
        CHAR(STRING_ELT(operation, 0)), CHAR(sent), (size_t)XLENGTH(sent),
        isNull(limits) ? NULL : CHAR(STRING_ELT(limits, 0)), watched ? tell : NULL,
        watched ? progress : NULL, &answer.response, &answer.error);
    return R_UnwindProtect(as_list, &answer, give_back, &answer, NULL);
}

/* The version of the binary interface: of the library that is loaded, and of this file. */
static SEXP abi(void) {
    SEXP versions = PROTECT(allocVector(INTSXP, 2));
    INTEGER(versions)[0] = (int)innovation_abi_version();
    INTEGER(versions)[1] = INNOVATION_ABI_VERSION;
    UNPROTECT(1);
    return versions;
}

static const R_CallMethodDef methods[] = {
    {"innovation_r_call_with", (DL_FUNC)&call_with, 4},
    {"innovation_r_abi", (DL_FUNC)&abi, 0},
    {NULL, NULL, 0},
};

/* Called by R when it loads this file, which is innovation.so. */
void R_init_innovation(DllInfo *info) {
    R_registerRoutines(info, NULL, methods, NULL, NULL);
    R_useDynamicSymbols(info, FALSE);
}
