using System.Text;

namespace Suiying.Cli.Evaluation;

/// <summary>
/// 噪声: texts as voice recognition, haste and dialect would have written them. Each character is dropped, doubled or swapped with the next with a
/// small chance; some words give way to a homophone or a word of dialect. The same seed makes the same noise.
/// </summary>
internal sealed class Noise(int seed)
{
    private const double Dropped = 0.02;
    private const double Doubled = 0.01;
    private const double Swapped = 0.01;
    private const double Replaced = 0.3;

    private static readonly (string Said, string Written)[] Confused =
    [
        ("煤气", "煤汽"),
        ("着火", "着伙"),
        ("冒烟", "冒咽"),
        ("电梯", "店梯"),
        ("孩子", "孩纸"),
        ("孩子", "娃"),
        ("老人", "老银"),
        ("停电", "听电"),
        ("停水", "停税"),
        ("暖气", "暖汽"),
        ("没有", "木有"),
        ("现在", "线在"),
        ("赶紧", "赶快"),
        ("什么", "啥"),
        ("怎么", "咋"),
        ("我们", "俺们"),
        ("知道", "晓得"),
        ("今天", "今儿个"),
        ("昨天", "夜儿个"),
        ("工资", "公资"),
        ("污水", "乌水"),
        ("的", "地"),
        ("在", "再"),
    ];

    private readonly Random random = new(seed);

    /// <summary>One text with noise; the next call draws on.</summary>
    public string In(string text)
    {
        foreach (var (said, written) in Confused)
            if (random.NextDouble() < Replaced)
                text = text.Replace(said, written, StringComparison.Ordinal);
        var noisy = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var chance = random.NextDouble();
            if (chance < Dropped)
                continue;
            if (chance < Dropped + Swapped && at + 1 < text.Length)
                noisy.Append(text[++at]).Append(text[at - 1]);
            else
                noisy.Append(text[at], chance < Dropped + Swapped + Doubled ? 2 : 1);
        }
        return noisy.ToString();
    }
}
