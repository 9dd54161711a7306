using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Requests;
using Suiying.Design;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Makes clean copies of what is sent as photos and keeps them. One set of rules for all doors; what is sent may be anything.</summary>
public sealed class PhotoShelf(IFileStore files) : IIncomingPhotos
{
    /// <summary>Decoding is the one thing here that can use much memory; two at a time is what a small machine bears.</summary>
    private static readonly SemaphoreSlim Turns = new(2, 2);

    /// <summary>The copy, not kept yet; or a <see cref="PhotoRefused"/>.</summary>
    public static async Task<Outcome<byte[]>> Clean(byte[] sent, CancellationToken ct)
    {
        if (sent.Length > IIncomingPhotos.MostBytes)
            return PhotoRefused.Heavy;
        if (PhotoCopy.IsHeic(sent))
            return PhotoRefused.Heic;
        if (PhotoCopy.Claims(sent) is { } size && (long)size.Width * size.Height > PhotoCopy.MostPixels)
            return PhotoRefused.Huge(size.Width, size.Height);
        await Turns.WaitAsync(ct);
        try
        {
            return await Task.Run(() => PhotoCopy.Of(sent), ct) is { } copy ? copy : PhotoRefused.Broken;
        }
        finally
        {
            Turns.Release();
        }
    }

    public async Task<KeptPhoto> Save(byte[] copy, CancellationToken ct) => Kept(await files.Save(copy, ct), copy.Length);

    public async Task<Outcome<string>> Keep(byte[] sent, CancellationToken ct) =>
        (await Clean(sent, ct)).Ok(out var copy, out var refusal) ? (await Save(copy, ct)).File : refusal;

    public async Task<Outcome<IReadOnlyList<string>>> KeepEvidence(IReadOnlyList<IFormFile> sent, CancellationToken ct)
    {
        if (!(await Copies(sent, 0, "photos", documents: true, ct)).Ok(out var copies, out var refusal))
            return refusal;
        var kept = new List<string>();
        foreach (var copy in copies)
            kept.Add(await files.Save(copy, ct));
        return kept.Distinct().ToList();
    }

    /// <param name="photos">As a browser sends them.</param>
    /// <param name="already">How many are there already.</param>
    /// <param name="field">Name of the form's field, for the problem's address.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Outcome<IReadOnlyList<KeptPhoto>>> KeepAll(
        IReadOnlyList<IFormFile> photos,
        int already,
        string field,
        CancellationToken ct
    )
    {
        if (!(await Copies(photos, already, field, documents: false, ct)).Ok(out var copies, out var refusal))
            return refusal;
        var kept = new List<KeptPhoto>();
        foreach (var copy in copies)
            kept.Add(await Save(copy, ct));
        return kept.DistinctBy(p => p.File).ToList();
    }

    /// <summary>What is to be kept of each, in their order.</summary>
    private static async Task<Outcome<IReadOnlyList<byte[]>>> Copies(
        IReadOnlyList<IFormFile> files,
        int already,
        string field,
        bool documents,
        CancellationToken ct
    )
    {
        // A file input that was left empty still sends one part without content.
        var sent = files.Where(p => p.Length > 0 || p.FileName.Length > 0).ToList();
        Refusal No(Phrase problem) => Refusal.Invalid(new FieldProblem(field, problem));
        if (already + sent.Count > RequestAttachment.Most)
            return documents
                ? No($"最多上传{RequestAttachment.Most}份文件，现在一共有{already + sent.Count}份。")
                : No($"最多上传{RequestAttachment.Most}张照片，现在一共有{already + sent.Count}张。");
        // Before any is read.
        if (sent.Any(p => p.Length > IIncomingPhotos.MostBytes))
            return documents
                ? No($"有文件超过{IIncomingPhotos.MostBytes / 1024 / 1024}MB，请换一份小一些的。")
                : No($"有照片超过{IIncomingPhotos.MostBytes / 1024 / 1024}MB，请换一张小一些的。");

        var copies = new List<byte[]>();
        foreach (var (file, index) in sent.Select((p, i) => (p, i + 1)))
        {
            var bytes = await Read(file, ct);
            if (documents && KeptFile.IsPdf(bytes))
                copies.Add(bytes);
            else if ((await Clean(bytes, ct)).Ok(out var copy, out var refusal))
                copies.Add(copy);
            else if (refusal is not PhotoRefused no)
                return refusal;
            else
                return documents ? No($"第{index}份{no.Why}。{no.Advice}也可以上传 PDF。") : No($"第{index}张{no.Why}。{no.Advice}");
        }
        return copies;
    }

    private static async Task<byte[]> Read(IFormFile photo, CancellationToken ct)
    {
        using var memory = new MemoryStream((int)photo.Length);
        await photo.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    /// <summary>Those of these files that are here.</summary>
    public async Task<IReadOnlyList<KeptPhoto>> Find(IEnumerable<string> names, CancellationToken ct)
    {
        var found = new List<KeptPhoto>();
        foreach (var name in names)
        {
            await using var stream = await files.Open(name, ct);
            if (stream is not null)
                found.Add(Kept(name, stream.Length));
        }
        return found;
    }

    private static KeptPhoto Kept(string file, long bytes) => new(file, "image/jpeg", bytes);
}
