using Suiying.Kernel;
using Suiying.People.Storage;

namespace Suiying.Schema.Backups;

/// <summary>A folder for the time of one piece of work, readable by the owner alone, gone at its end.</summary>
internal sealed class Workplace : IDisposable
{
    public Workplace(string path)
    {
        Path = path;
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        PrivateFolder.Create(path);
    }

    public string Path { get; }

    /// <summary>Why there is too little room on the disk of a folder, or null.</summary>
    public static Refusal? TooLittle(string folder, long needed)
    {
        var free = new DriveInfo(System.IO.Path.GetFullPath(folder)).AvailableFreeSpace;
        return free < needed ? Refusals.NoSpace(folder, needed, free) : null;
    }

    public string Under(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
