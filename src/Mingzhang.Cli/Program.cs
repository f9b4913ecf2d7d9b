using System.Text;
using Mingzhang.Cli;

// UTF-8 whatever the locale says: the documents and the reports are Chinese.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLineProgram.Run(args, Session.OfConsole());
