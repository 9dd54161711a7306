using System.Collections;
using System.Text;

namespace Suiying.Engines.Text.Personal;

/// <summary>Characters beyond the first level of GB 2312, its 3,755 of daily use: in a complaint they mostly stand in names.</summary>
internal static class RareCharacters
{
    private const int First = 0x4e00;
    private const int Last = 0x9fff;

    private static readonly BitArray Daily = Load();

    public static bool Contains(char c) => c >= First && c <= Last && !Daily[c - First];

    /// <summary>Rows 16 to 55 of the code table are the first level.</summary>
    private static BitArray Load()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var daily = new BitArray(Last - First + 1);
        for (var high = 0xb0; high <= 0xd7; high++)
        {
            for (var low = 0xa1; low <= 0xfe; low++)
            {
                if (encoding.GetString([(byte)high, (byte)low]) is [>= (char)First and <= (char)Last and var c])
                    daily[c - First] = true;
            }
        }
        return daily;
    }
}
