using System.Text;

namespace Suiying.Registry.Model.Pack;

/// <summary>Reads a file of the pack as strict UTF-8, with or without byte order mark.</summary>
internal static class PackText
{
    private const long MostBytes = 256L * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where the file is missing or unreadable; the problem is then reported.</summary>
    public static string? Read(PackFolder folder, string file)
    {
        var info = new FileInfo(folder.At(file));
        if (!info.Exists)
        {
            folder.Report(file, null, null, "缺少这个文件。", "见 docs/city-pack.md 的文件清单");
            return null;
        }
        if (info.Length > MostBytes)
        {
            folder.Report(file, null, null, "文件太大，无法读取。", "不超过 256 MB");
            return null;
        }
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(info.FullName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            folder.Report(file, null, null, "文件无法打开，请检查权限。");
            return null;
        }
        ReadOnlySpan<byte> text = bytes;
        if (text.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException problem)
        {
            var row = 1 + text[..Math.Clamp(problem.Index, 0, text.Length)].Count((byte)'\n');
            folder.Report(file, row, null, "这一行起不是 UTF-8 编码（可能是 GBK）。", "用 UTF-8 另存后再试");
            return null;
        }
    }
}
