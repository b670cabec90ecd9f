/*
 * P10 by TA-Lib: seven indicators over the peers' million bars on one thread. Prints one JSON line as the Python peers do.
 * Build it against an installed TA-Lib and put it on PATH, or name it in RATCHET_TALIB:
 *     cc -O2 talib.c -o ratchet-talib -lta-lib -lm       (releases before 0.6: -lta_lib)
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <ta-lib/ta_libc.h>

enum { BARS = 1000000, COLUMNS = 5, RUNS = 15, KERNELS = 7 };

static const char *const names[KERNELS] = { "rsi", "macd", "bollinger", "atr", "adx", "ema", "sma" };
static double *high, *low, *close_, *out[3];

static double *column(void)
{
    double *values = calloc(BARS, sizeof(double));
    if (values == NULL)
    {
        fputs("out of memory\n", stderr);
        exit(1);
    }

    return values;
}

static void read_bars(void)
{
    const char *folder = getenv("RATCHET_PEERS_DATA"), *home = getenv("HOME");
    char path[4096];
    double row[COLUMNS];
    FILE *file;
    int i;
    if (folder != NULL && folder[0] != '\0')
    {
        snprintf(path, sizeof path, "%s/bars_ohlcv.bin", folder);
    }
    else
    {
        snprintf(path, sizeof path, "%s/.cache/ratchet-peers/bars_ohlcv.bin", home != NULL ? home : ".");
    }

    file = fopen(path, "rb");
    for (i = 0; i < BARS; i++)
    {
        if (file == NULL || fread(row, sizeof(double), COLUMNS, file) != COLUMNS)
        {
            fprintf(stderr, "%s: %d rows of open, high, low, close, volume are needed\n", path, BARS);
            exit(1);
        }

        high[i] = row[1];
        low[i] = row[2];
        close_[i] = row[3];
    }

    fclose(file);
}

static double run(int kernel)
{
    const int last = BARS - 1;
    int begin = 0, count = 0;
    TA_RetCode code = TA_SUCCESS;
    switch (kernel)
    {
        case 0: code = TA_RSI(0, last, close_, 14, &begin, &count, out[0]); break;
        case 1: code = TA_MACD(0, last, close_, 12, 26, 9, &begin, &count, out[0], out[1], out[2]); break;
        case 2: code = TA_BBANDS(0, last, close_, 20, 2, 2, TA_MAType_SMA, &begin, &count, out[0], out[1], out[2]); break;
        case 3: code = TA_ATR(0, last, high, low, close_, 14, &begin, &count, out[0]); break;
        case 4: code = TA_ADX(0, last, high, low, close_, 14, &begin, &count, out[0]); break;
        case 5: code = TA_EMA(0, last, close_, 20, &begin, &count, out[0]); break;
        default: code = TA_SMA(0, last, close_, 20, &begin, &count, out[0]); break;
    }

    if (code != TA_SUCCESS || count == 0)
    {
        fprintf(stderr, "%s failed with %d\n", names[kernel], (int)code);
        exit(1);
    }

    return out[0][count - 1];
}

static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(void)
{
    double all[RUNS], least[KERNELS], checksum = 0;
    int r, k;
    struct rusage usage;
    high = column();
    low = column();
    close_ = column();
    for (k = 0; k < 3; k++)
    {
        out[k] = column();
    }

    read_bars();
    if (TA_Initialize() != TA_SUCCESS)
    {
        fputs("TA_Initialize failed\n", stderr);
        return 1;
    }

    /* The first round warms up and is not counted. */
    for (r = -1; r < RUNS; r++)
    {
        double total = 0;
        checksum = 0;
        for (k = 0; k < KERNELS; k++)
        {
            const double start = now_ms();
            double took;
            checksum += run(k);
            took = now_ms() - start;
            total += took;
            if (r <= 0 || took < least[k])
            {
                least[k] = took;
            }
        }

        if (r >= 0)
        {
            all[r] = total;
        }
    }

    qsort(all, RUNS, sizeof(double), ascending);
    printf("{\"peer\": \"TA-Lib C %.*s\", \"all_ms\": %.4f", (int)strcspn(TA_GetVersionString(), " "), TA_GetVersionString(), all[RUNS / 2]);
    for (k = 0; k < KERNELS; k++)
    {
        printf(", \"%s_ms\": %.4f", names[k], least[k]);
    }

    getrusage(RUSAGE_SELF, &usage);
    printf(", \"checksum\": %.6f, \"peak_rss_mb\": %.1f}\n", checksum, usage.ru_maxrss / 1024.0);
    TA_Shutdown();
    return 0;
}
