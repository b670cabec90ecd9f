using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Commands;

/// <summary>Opens the bars of a command and says where a range was cut.</summary>
internal static class MarketReading
{
    public static MarketInput Open(CommandContext context, RatchetConfiguration configuration) => Told(context, MarketInputs.Open(configuration));

    public static MarketInput Told(CommandContext context, MarketInput input)
    {
        if (input.Notice is { } notice)
        {
            context.Error.WriteLine(notice);
        }

        return input;
    }
}
