using Microsoft.AspNetCore.Http;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>Takes photos as a browser sends them and keeps clean copies. One bad photo refuses all, so that nobody believes it was sent.</summary>
public sealed class KeepPhotos(IFileStore files)
{
    /// <summary>Decoding is the one thing here that can use much memory; two at a time is what a small machine bears.</summary>
    private static readonly SemaphoreSlim Turns = new(2, 2);

    public const int MostBytes = 10 * 1024 * 1024;

    public sealed record Command
    {
        public required IReadOnlyList<IFormFile> Photos { get; init; }

        /// <summary>How many are there already.</summary>
        public int Already { get; init; }

        /// <summary>Name of the form's field, for the problem's address.</summary>
        public string Field { get; init; } = "photos";
    }

    public async Task<Outcome<IReadOnlyList<KeptPhoto>>> Run(Command command, CancellationToken ct)
    {
        // A file input that was left empty still sends one part without content.
        var sent = command.Photos.Where(p => p.Length > 0 || p.FileName.Length > 0).ToList();
        Refusal No(Phrase problem) => Refusal.Invalid(new FieldProblem(command.Field, problem));
        if (command.Already + sent.Count > RequestAttachment.Most)
            return No($"最多上传{RequestAttachment.Most}张照片，现在一共有{command.Already + sent.Count}张。");
        if (sent.Any(p => p.Length > MostBytes))
            return No($"有照片超过{MostBytes / 1024 / 1024}MB，请换一张小一些的。");

        var copies = new List<byte[]>();
        foreach (var (photo, index) in sent.Select((p, i) => (p, i + 1)))
        {
            var bytes = await Read(photo, ct);
            if (PhotoCopy.IsHeic(bytes))
                return No($"第{index}张是HEIC格式，这里打不开。请在手机相机设置里选“兼容性最佳”，或先把照片转成JPG再上传。");
            if (PhotoCopy.Claims(bytes) is { } size && (long)size.Width * size.Height > PhotoCopy.MostPixels)
                return No(
                    $"第{index}张有{size.Width}×{size.Height}像素，太大了；最多{PhotoCopy.MostPixels / 10_000}万像素。请先缩小，或者拍一张普通大小的。"
                );
            if (await Copy(bytes, ct) is not { } copy)
                return No($"第{index}张不是照片，或者照片已损坏。只能上传JPG、PNG、WebP格式的照片。");
            copies.Add(copy);
        }

        var kept = new List<KeptPhoto>();
        foreach (var copy in copies)
            kept.Add(new KeptPhoto(await files.Save(copy, ct), "image/jpeg", copy.Length));
        return kept.DistinctBy(p => p.File).ToList();
    }

    private static async Task<byte[]?> Copy(byte[] bytes, CancellationToken ct)
    {
        await Turns.WaitAsync(ct);
        try
        {
            return await Task.Run(() => PhotoCopy.Of(bytes), ct);
        }
        finally
        {
            Turns.Release();
        }
    }

    private static async Task<byte[]> Read(IFormFile photo, CancellationToken ct)
    {
        using var memory = new MemoryStream((int)photo.Length);
        await photo.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
