using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Suiying.Understanding.Storage;

/// <summary>A whole number from configuration or environment.</summary>
internal static class WholeSetting
{
    /// <param name="configuration">Of the process.</param>
    /// <param name="key">Name of the setting.</param>
    /// <param name="usual">Where it is not set.</param>
    /// <param name="range">Both ends are allowed.</param>
    /// <exception cref="InvalidOperationException">It is no such number; said at the start.</exception>
    public static int Read(IConfiguration configuration, string key, int usual, (int Least, int Most) range)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return usual;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most)
            return number;
        throw new InvalidOperationException($"{key} 写的是“{text}”，应是{range.Least}到{range.Most}的整数。");
    }
}
