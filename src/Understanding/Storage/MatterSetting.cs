using System.Globalization;
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
    public static MatterSetting Read(IConfiguration configuration)
    {
        if (configuration["SUIYING_MATTERS"] is not { Length: > 0 } words)
            return new MatterSetting(Usual);
        return int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= Fewest and <= Largest
            ? new MatterSetting(most)
            : throw new InvalidOperationException(
                $"SUIYING_MATTERS 是内存里最多放多少件近期诉求，应是{Fewest}到{Largest}的整数，例如 {Usual} ；不设就是 {Usual} 。"
            );
    }
}
