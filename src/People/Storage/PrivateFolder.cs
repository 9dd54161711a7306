namespace Suiying.People.Storage;

/// <summary>A folder that its owner alone may open.</summary>
public static class PrivateFolder
{
    /// <summary>Makes the folder where there is none; one that exists is left as it is. Windows has no such modes.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
