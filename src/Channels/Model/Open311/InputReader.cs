using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Suiying.Channels.Model;

/// <summary>Reads address and form of a call, within limits, as UTF-8 and nothing else.</summary>
internal static class InputReader
{
    /// <summary>A form without photos: 4,000 characters are at most 48 kB when escaped.</summary>
    public const int LargestForm = 1024 * 1024;

    /// <summary>Five photos and the form.</summary>
    public const int LargestUpload = 51 * 1024 * 1024;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 100,
        KeyLengthLimit = 200,
        ValueLengthLimit = 64 * 1024,
        MultipartBodyLengthLimit = 10 * 1024 * 1024 + 1,
        MultipartHeadersCountLimit = 10,
        BufferBodyLengthLimit = LargestUpload,
    };

    public static async Task<Outcome<Input>> Read(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var pairs = Percent.Pairs(Encoding.Latin1.GetBytes(Escaped(request.QueryString.Value ?? ""))).ToList();
            IReadOnlyList<IFormFile> files = [];
            if (HttpMethods.IsPost(request.Method))
            {
                if (!(await ReadBody(request, pairs, ct)).Ok(out var sent, out var refusal))
                    return refusal;
                files = sent;
            }
            return pairs.Any(p => IsHarmful(p.Name) || IsHarmful(p.Value)) ? Unreadable() : new Input(pairs, files);
        }
        catch (DecoderFallbackException)
        {
            return Unreadable();
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(LargestUpload) : Broken();
        }
        catch (InvalidDataException invalid)
        {
            // The framework tells a limit that was passed only by its words.
            return invalid.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? TooLarge(LargestUpload) : Broken();
        }
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            return Broken();
        }
    }

    private static async Task<Outcome<IReadOnlyList<IFormFile>>> ReadBody(
        HttpRequest request,
        List<(string, string)> pairs,
        CancellationToken ct
    )
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return Form("Content-Type应为application/x-www-form-urlencoded或multipart/form-data。");
        if (type.Charset.HasValue && !type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return Form("请用UTF-8编码提交。");
        var upload = type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        if (!upload && !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return Form("Content-Type应为application/x-www-form-urlencoded或multipart/form-data。");
        var most = upload ? LargestUpload : LargestForm;
        if (request.ContentLength > most)
            return TooLarge(most);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = most;
        if (!upload)
        {
            if (await ReadAll(request.Body, ct) is not { } bytes)
                return TooLarge(LargestForm);
            pairs.AddRange(Percent.Pairs(bytes));
            return Array.Empty<IFormFile>();
        }
        var form = await request.ReadFormAsync(Limits, ct);
        pairs.AddRange(form.SelectMany(field => field.Value.Select(value => (field.Key, value ?? ""))));
        return form.Files.ToList();
    }

    /// <summary>Null where there is more than a form may have; a length that was declared is not believed.</summary>
    private static async Task<byte[]?> ReadAll(Stream body, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var part = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(part, ct)) > 0)
        {
            if (memory.Length + count > LargestForm)
                return null;
            memory.Write(part, 0, count);
        }
        return memory.ToArray();
    }

    /// <summary>An address that a test server or a proxy handed on unescaped.</summary>
    private static string Escaped(string query)
    {
        var plain = query.TrimStart('?');
        return plain.All(char.IsAscii)
            ? plain
            : string.Concat(plain.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
    }

    /// <summary>Control characters but line ends and tabs; and the mark that a decoder leaves where bytes were no UTF-8.</summary>
    private static bool IsHarmful(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t') || c == '\uFFFD');

    private static Refusal Unreadable() => Form("内容不是UTF-8文字，或者含有不能显示的字符。");

    private static Refusal Broken() => Form("提交的内容不完整，或者格式不对。");

    private static BodyTooLarge TooLarge(int most) => new($"{most / 1024 / 1024}MB");

    private static Refusal Form(Phrase text) => Refusal.Invalid(new FieldProblem("request", text));
}
