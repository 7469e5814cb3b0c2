/* March's model written plainly: a byte for each belief, a draw for each decision, a period at
 * a time, in the reading of the original program. What the library is measured against.
 *
 * usage: march P1 P2 REPLICATES
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PEOPLE = 50, DIMENSIONS = 30 };

static uint64_t state[2];

static uint64_t rotate(uint64_t word, int by) { return (word << by) | (word >> (64 - by)); }

/* xoroshiro128+ */
static uint64_t draw(void) {
    uint64_t a = state[0], b = state[1], sum = a + b;
    b ^= a;
    state[0] = rotate(a, 24) ^ b ^ (b << 16);
    state[1] = rotate(b, 37);
    return sum;
}

static double unit(void) { return (double)(draw() >> 11) * 0x1p-53; }

static int sign(void) { return draw() >> 63 ? 1 : -1; }

static double replicate(double p1, double p2) {
    int8_t reality[DIMENSIONS], code[DIMENSIONS], belief[PEOPLE][DIMENSIONS], act[PEOPLE][DIMENSIONS];
    for (int j = 0; j < DIMENSIONS; j++) reality[j] = (int8_t)sign();
    memset(code, 0, sizeof code);
    for (int i = 0; i < PEOPLE; i++)
        for (int j = 0; j < DIMENSIONS; j++) belief[i][j] = (int8_t)((int)(unit() * 3) - 1);
    for (;;) {
        int known = 0, moving = 0, votes[DIMENSIONS] = {0};
        for (int j = 0; j < DIMENSIONS; j++) known += code[j] * reality[j];
        for (int i = 0; i < PEOPLE; i++) {
            int acted = 0, could = 0;
            for (int j = 0; j < DIMENSIONS; j++) {
                act[i][j] = belief[i][j] ? belief[i][j] : (int8_t)sign();
                acted += act[i][j] * reality[j];
                could += belief[i][j] ? belief[i][j] * reality[j] : 1;
            }
            if (could > known) moving = 1;
            if (acted > known)
                for (int j = 0; j < DIMENSIONS; j++) votes[j] += act[i][j];
        }
        for (int i = 0; i < PEOPLE; i++)
            for (int j = 0; j < DIMENSIONS; j++)
                if (code[j] && belief[i][j] != code[j]) {
                    moving = 1;
                    if (unit() < p1) belief[i][j] = (int8_t)(belief[i][j] + code[j]);
                }
        if (!moving) return (double)known / DIMENSIONS;
        for (int j = 0; j < DIMENSIONS; j++) {
            int view = votes[j] > 0 ? 1 : votes[j] < 0 ? -1 : 0;
            if (view && view != code[j] && unit() < 1 - pow(1 - p2, abs(votes[j])))
                code[j] = (int8_t)view;
        }
    }
}

int main(int count, char **words) {
    if (count != 4) return fputs("usage: march P1 P2 REPLICATES\n", stderr), 2;
    double p1 = atof(words[1]), p2 = atof(words[2]), sum = 0;
    int replicates = atoi(words[3]);
    state[0] = 0x9E3779B97F4A7C15, state[1] = 0xBF58476D1CE4E5B9;
    clock_t begin = clock();
    for (int i = 0; i < replicates; i++) sum += replicate(p1, p2);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    printf("%.9f %.4f\n", seconds / replicates, sum / replicates);
    return 0;
}
