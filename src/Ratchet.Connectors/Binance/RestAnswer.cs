using System.Net;
using System.Text.Json;
using Ratchet.Market.Instruments;

namespace Ratchet.Connectors.Binance;

/// <summary>What an answer's status and headers say.</summary>
internal static class RestAnswer
{
    private const int UnknownSymbol = -1121;

    /// <summary>A proxy's page with status 200 is no answer.</summary>
    public static void RequireJson(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType is { } type && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new JsonException($"it is {type}, not JSON");
        }
    }

    /// <summary>The wait of Retry-After with 429, 418 or 503, never negative; null where there is none.</summary>
    public static TimeSpan? OrderedWait(HttpResponseMessage response, TimeProvider clock)
    {
        if ((int)response.StatusCode is not (429 or 418 or 503) || response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        // A second more, so that rounding at the other side does not make the next request early.
        var wait = header.Delta ?? (header.Date is { } date ? date - clock.GetUtcNow() + TimeSpan.FromSeconds(1) : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>Words for a failure that may pass; a refusal is thrown.</summary>
    /// <exception cref="ExchangeException">The exchange refuses the request.</exception>
    public static string Judge(HttpResponseMessage response, byte[] body, Uri address, string path, Symbol? symbol)
    {
        var status = (int)response.StatusCode;
        var said = KlineJson.ReadError(body) is { } error ? $"status {status}, code {error.Code}: {error.Message}" : $"status {status} {response.ReasonPhrase}";
        if (status is 429 or 418 or 408 or >= 500)
        {
            return said;
        }

        var remedy = (KlineJson.ReadError(body)?.Code, response.StatusCode) switch
        {
            (UnknownSymbol, _) => $"The exchange does not know the symbol {symbol}; check its spelling, such as BTC/USDT.",
            (_, HttpStatusCode.UnavailableForLegalReasons) => "The exchange does not serve this location; give another address of it with --url.",
            (_, HttpStatusCode.Forbidden) => "A firewall before the exchange refuses; wait some minutes, or give another address with --url.",
            (_, HttpStatusCode.NotFound) or (_, >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest) => "Check the address (--url).",
            _ => "The request will not succeed as it is.",
        };
        throw new ExchangeException($"{address}{path}: refused: {said} {remedy}", isTransient: false);
    }
}
