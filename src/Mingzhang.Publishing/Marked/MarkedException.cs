using Mingzhang.Core.Findings;

namespace Mingzhang.Publishing.Marked;

/// <summary>A marked copy cannot be made of a document.</summary>
public sealed class MarkedException(Text problem) : Exception(problem.En)
{
    /// <summary>Why, and what to do.</summary>
    public Text Problem { get; } = problem;

    internal static MarkedException Broken() => new(new Text(
        "文件的内部结构有误，不能加标注。请用 Word、Excel 或 WPS 打开后另存一份再试。",
        "the file's inner structure is broken, so that it cannot be marked. Open it in Word, Excel or WPS and save a copy."));

    internal static MarkedException TooLarge() => new(new Text("文件解压后过大，不能加标注。", "the file is too large to be marked."));
}
