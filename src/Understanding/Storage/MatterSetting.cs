using Microsoft.Extensions.Configuration;

namespace Suiying.Understanding.Storage;

/// <summary>How much the window of what was told may hold, from configuration or environment: <c>SUIYING_MATTERS</c>. See docs/operations.md.</summary>
/// <param name="Most">Requests; <see cref="Fewest"/> to <see cref="Largest"/>.</param>
public sealed record MatterSetting(int Most)
{
    /// <summary>Fewer would find nothing that several people told.</summary>
    public const int Fewest = 1000;

    /// <summary>More than any city is told in the window's time, and more memory than a server has.</summary>
    public const int Largest = 10_000_000;

    private const int Usual = 500_000;

    /// <exception cref="InvalidOperationException">It is no such number; said at the start.</exception>
    public static MatterSetting Read(IConfiguration configuration) =>
        new(WholeSetting.Read(configuration, "SUIYING_MATTERS", Usual, (Fewest, Largest)));
}
