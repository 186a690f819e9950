@echo off
rem Wenmai's launcher for Windows: takes WENMAI_JAVA, else JAVA_HOME, else java on PATH, which must be 21 or newer.
setlocal EnableExtensions
chcp 65001 >nul
set "HOME_DIR=%~dp0"
set "JAVA="
if defined WENMAI_JAVA if exist "%WENMAI_JAVA%" set "JAVA=%WENMAI_JAVA%"
if defined WENMAI_JAVA if exist "%WENMAI_JAVA%\bin\java.exe" set "JAVA=%WENMAI_JAVA%\bin\java.exe"
if not defined JAVA if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA call :check "%JAVA%" || set "JAVA="
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :check "%%J" && set "JAVA=%%J"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\*") do if exist "%%~D\bin\java.exe" call :check "%%~D\bin\java.exe" && set "JAVA=%%~D\bin\java.exe"
if not defined JAVA (
  echo 文脉需要 Java 21 或更高版本。请安装（例如 Eclipse Temurin 25），或者用 WENMAI_JAVA 指明它的位置。 1>&2
  exit /b 1
)
set OMP_THREAD_LIMIT=1
"%JAVA%" %WENMAI_OPTS% -XX:+UseG1GC -Djava.awt.headless=true -Djdk.console=java.base -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED "-Dwenmai.home=%HOME_DIR%." -cp "%HOME_DIR%lib\*" wenmai.web.Main %*
exit /b %ERRORLEVEL%

:check
rem Succeeds if this java is 21 or newer.
set "V="
for /f "tokens=3" %%V in ('"%~1" -version 2^>^&1 ^| findstr /i "version"') do if not defined V set "V=%%~V"
if not defined V exit /b 1
for /f "delims=.-" %%M in ("%V%") do set "V=%%M"
if %V% GEQ 21 exit /b 0
exit /b 1
