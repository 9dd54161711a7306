using Suiying.Contracts.Requests;
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
