using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Suiying.Design;

/// <summary>存下的文件: how a file that came from somebody is answered, though it is a clean copy that we made ourselves.</summary>
public static class KeptFile
{
    private const string Pdf = "application/pdf";

    /// <summary>True where the bytes begin a PDF document. Our copies of photos never do.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    /// <summary>The same of what is kept; it is read from its beginning afterwards.</summary>
    public static async Task<bool> IsPdf(Stream kept, CancellationToken ct)
    {
        var begins = new byte[5];
        var read = await kept.ReadAtLeastAsync(begins, begins.Length, throwOnEndOfStream: false, ct);
        kept.Position = 0;
        return IsPdf(begins.AsSpan(0, read));
    }

    /// <summary>证明材料: a photo is shown, a document that we did not make is only handed out to be saved.</summary>
    public static async Task<FileStreamHttpResult> Evidence(HttpResponse answer, Stream kept, CancellationToken ct)
    {
        var pdf = await IsPdf(kept, ct);
        Guard(answer);
        if (pdf)
            answer.Headers.ContentDisposition = "attachment; filename=evidence.pdf";
        return TypedResults.File(kept, pdf ? Pdf : "image/jpeg");
    }

    /// <summary>Nothing in it may run, frame or be taken for another type; whoever may see it keeps it for ten minutes.</summary>
    public static void Guard(HttpResponse answer)
    {
        answer.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        answer.Headers.ContentDisposition = "inline";
        answer.Headers.XContentTypeOptions = "nosniff";
        answer.Headers.CacheControl = "private, max-age=600";
    }
}
