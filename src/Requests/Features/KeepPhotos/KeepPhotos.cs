using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Takes photos as a browser sends them and keeps clean copies. One bad photo refuses all, so that nobody believes it was sent.</summary>
public sealed class KeepPhotos(PhotoShelf shelf)
{
    public const int MostBytes = IIncomingPhotos.MostBytes;

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
        // Before any is read.
        if (sent.Any(p => p.Length > MostBytes))
            return No($"有照片超过{MostBytes / 1024 / 1024}MB，请换一张小一些的。");

        var copies = new List<byte[]>();
        foreach (var (photo, index) in sent.Select((p, i) => (p, i + 1)))
        {
            if ((await PhotoShelf.Clean(await Read(photo, ct), ct)).Ok(out var copy, out var refusal))
                copies.Add(copy);
            else
                return refusal is PhotoRefused no ? No($"第{index}张{no.Why}。{no.Advice}") : refusal;
        }

        var kept = new List<KeptPhoto>();
        foreach (var copy in copies)
            kept.Add(await shelf.Save(copy, ct));
        return kept.DistinctBy(p => p.File).ToList();
    }

    private static async Task<byte[]> Read(IFormFile photo, CancellationToken ct)
    {
        using var memory = new MemoryStream((int)photo.Length);
        await photo.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
